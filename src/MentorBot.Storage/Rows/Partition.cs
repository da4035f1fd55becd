namespace MentorBot.Storage.Rows;

/// <summary>The unit of a transaction: the rows of one table that share a partition key.</summary>
/// <param name="Key">At most 1 KiB as UTF-16, none of the characters / \ # ? nor a control character; "|" separates its parts.</param>
public readonly record struct Partition(Table Table, string Key)
{
    public override string ToString() => $"{Table}/{Key}";
}
