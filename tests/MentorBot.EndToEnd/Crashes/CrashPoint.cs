namespace MentorBot.EndToEnd.Crashes;

/// <summary>Where the bot dies: at which of its commits, counted from 1 over the whole story, and on which side of it.</summary>
public sealed record CrashPoint(int Commit, CrashMoment Moment);

public enum CrashMoment
{
    /// <summary>Just before the transaction is applied.</summary>
    Before,

    /// <summary>It is applied, and whoever asked for it never learns so.</summary>
    After,
}
