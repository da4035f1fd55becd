using MentorBot.Domain;
using MentorBot.Domain.Programme;
using MentorBot.Flows.Cards;
using Microsoft.Extensions.Logging;

namespace MentorBot.Flows.Turns;

/// <summary>
/// The one place where an unhandled error becomes an apology with a reference, and a log line with the same reference and the
/// stack. Neither has a word of what anybody wrote: exceptions never carry any.
/// </summary>
public sealed partial class ErrorReply(MentoringProgramme programme, INewIds ids, ILogger<ErrorReply> logger)
{
    public string Explain(Exception problem, ErrorPlace place)
    {
        var reference = ids.Next()[^8..];
        LogUnhandled(logger, problem, reference);
        return (place == ErrorPlace.Form ? TurnText.ErrorInForm : TurnText.Error).With(reference, programme.Contact);
    }

    /// <summary>Something beside the answer went wrong: the person has what they asked for, so it is only logged.</summary>
    public void Note(Exception problem) => LogBeside(logger, problem);

    /// <summary>The apology did not reach them.</summary>
    public void NoteUnsent(Exception problem) => LogUnsent(logger, problem);

    /// <summary>A list of people stayed empty.</summary>
    public void NoteSearch(Exception problem) => LogSearch(logger, problem);

    [LoggerMessage(Level = LogLevel.Error, Message = "People could not be searched; the list stayed empty.")]
    private static partial void LogSearch(ILogger logger, Exception problem);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A card that was pressed could not be replaced.")]
    private static partial void LogBeside(ILogger logger, Exception problem);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The apology could not be sent.")]
    private static partial void LogUnsent(ILogger logger, Exception problem);

    [LoggerMessage(Level = LogLevel.Error, Message = "Unhandled, told to the person as {Reference}.")]
    private static partial void LogUnhandled(ILogger logger, Exception problem, string reference);
}
