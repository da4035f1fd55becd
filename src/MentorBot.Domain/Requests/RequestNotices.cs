using MentorBot.Domain.Matching;
using MentorBot.Domain.Notices;

namespace MentorBot.Domain.Requests;

/// <summary>The kinds of <see cref="Consequence"/> that come of requests. Stored, so never renamed.</summary>
public static class RequestNotices
{
    /// <summary>To the person asking: how it stands. Subject: request and round, see <see cref="Card"/>.</summary>
    public const string Mine = "requests.mine";

    /// <summary>To whoever is asked. Subject: see <see cref="Question"/>.</summary>
    public const string Ask = "matching.ask";

    /// <summary>To whoever is asked, once, after some days. Subject: see <see cref="Question"/>.</summary>
    public const string Reminder = "matching.reminder";

    /// <summary>To coordinators, once a day at most: somebody is waiting. Subject: the day.</summary>
    public const string Desk = "console.desk";

    /// <summary>To coordinators: somebody would like a word. Subject: see <see cref="Address"/>.</summary>
    public const string Word = "console.word";

    /// <summary>A step: both said yes, so the relationship is opened and the request erased. Subject: see <see cref="Address"/>.</summary>
    public const string Open = "relationships.open";

    /// <summary>A step: a mentor who let questions pass is left to rest. Subject: the mentor.</summary>
    public const string Rest = "offers.rest";

    public static string Card(RequestId request, int round) => Subject.Of(request.Value, round);

    public static (RequestId Request, int Round) CardIn(string subject)
    {
        var (request, round) = Subject.Numbered(subject);
        return (new(request), round);
    }

    public static string Question(PersonId by, RequestId request, MatchId match) => Subject.Of(by.Value, request.Value, match.Value);

    public static AskedFor QuestionIn(string subject) => Subject.Parts(subject) is [var by, var request, var match] ? new(new(match), new(by), new(request)) : default;

    public static string Address(PersonId by, RequestId request) => Subject.Of(by.Value, request.Value);

    public static (PersonId By, RequestId Request) AddressIn(string subject) => Subject.Parts(subject) is [var by, var request] ? (new(by), new(request)) : default;
}
