namespace Microsoft.Bot.Builder;

public interface IStoreItem
{
    /// <summary><c>*</c> overwrites whatever is there.</summary>
    string ETag { get; set; }
}
