using System.Globalization;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

/// <summary>A transaction of which nothing was done.</summary>
public class TableTransactionFailedException : RequestFailedException
{
    public TableTransactionFailedException(RequestFailedException requestFailedException)
        : base(requestFailedException.Status, requestFailedException.Message, requestFailedException.ErrorCode, requestFailedException.InnerException)
    {
        foreach (var key in requestFailedException.Data.Keys)
            Data.Add(key, requestFailedException.Data[key]);
        if (Data[ErrorDetails.FailedEntity] is string index)
            FailedTransactionActionIndex = int.Parse(index, CultureInfo.InvariantCulture);
    }

    /// <summary>Which of the actions was refused, where the service says so.</summary>
    public int? FailedTransactionActionIndex { get; }
}
