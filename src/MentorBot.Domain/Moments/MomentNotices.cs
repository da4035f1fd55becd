namespace MentorBot.Domain.Moments;

/// <summary>The kinds of <see cref="Notices.Consequence"/> that come of moments. Stored, so never renamed.</summary>
public static class MomentNotices
{
    /// <summary>A step: those whom the author chose may read it, too. Subject: the moment.</summary>
    public const string Share = "moments.share";
}
