namespace MentorBot.Domain.MyData;

/// <summary>The kinds of consequence around what is somebody's own. Stored, so never renamed.</summary>
public static class MyDataNotices
{
    /// <summary>A step: the file is put together. Subject: its number.</summary>
    public const string Make = "mydata.make";

    /// <summary>To the person: the file is ready, or what became of it. Subject: its number.</summary>
    public const string Ready = "mydata.ready";

    /// <summary>A step, also later: a file that is over is erased.</summary>
    public const string RunOut = "mydata.run-out";

    /// <summary>A step: somebody wants to be forgotten.</summary>
    public const string Forget = "mydata.forget";

    /// <summary>A step, after what they shared is erased: what is left of them.</summary>
    public const string LastTraces = "mydata.last-traces";
}
