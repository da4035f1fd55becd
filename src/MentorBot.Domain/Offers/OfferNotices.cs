using MentorBot.Domain.Notices;

namespace MentorBot.Domain.Offers;

/// <summary>The kinds of <see cref="Consequence"/> that come of offers. Stored, so never renamed.</summary>
public static class OfferNotices
{
    /// <summary>To the person offering: how it stands until it is confirmed. Subject: the offer.</summary>
    public const string Enrolling = "offers.enrolling";

    /// <summary>To the person offering, once: the try-out is still open. Subject: the offer.</summary>
    public const string TryOutReminder = "offers.reminder";

    /// <summary>To the partner of the try-out. Subject: the offer.</summary>
    public const string Partner = "offers.partner";

    /// <summary>To those who may confirm. Subject: offer and round, see <see cref="Numbered"/>.</summary>
    public const string Review = "offers.review";

    /// <summary>To the mentor, from the confirmation on: open, pausing. Subject: the offer.</summary>
    public const string Mentor = "offers.mentor";

    /// <summary>To the mentor: the pause has ended. Subject: offer and revision.</summary>
    public const string Back = "offers.back";

    /// <summary>To the mentor: they are left to rest. Subject: offer and revision.</summary>
    public const string Resting = "offers.resting";

    /// <summary>A step: the list of mentors in Matching follows the offer. Subject: the person.</summary>
    public const string List = "offers.list";

    public static string Numbered(OfferId offer, int number) => Subject.Of(offer.Value, number);

    /// <summary>The number in a subject made by <see cref="Numbered"/>.</summary>
    public static int NumberIn(string subject) => Subject.Numbered(subject).Number;

    /// <summary>The offer that a subject is about, numbered or not.</summary>
    public static OfferId OfferIn(string subject) => new(Subject.Numbered(subject).Id);
}
