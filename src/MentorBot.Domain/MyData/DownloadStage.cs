namespace MentorBot.Domain.MyData;

/// <summary>How far it is with a file that somebody takes with them. Stored by name. In all but the first two there is no file.</summary>
public enum DownloadStage
{
    Making,
    Ready,
    Taken,
    ThrownAway,
    RunOut,
    Failed,
}
