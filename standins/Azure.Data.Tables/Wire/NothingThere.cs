using System.Diagnostics.CodeAnalysis;

namespace Azure.Data.Tables.Wire;

/// <summary>The answer that there is no such entity.</summary>
internal sealed class NothingThere<T>(Response response) : NullableResponse<T>
{
    public override bool HasValue => false;

    [SuppressMessage("Design", "CA1065", Justification = "So does the official one.")]
    public override T? Value => throw new InvalidOperationException($"There is no value: the service answered {response.Status}.");

    public override Response GetRawResponse() => response;
}
