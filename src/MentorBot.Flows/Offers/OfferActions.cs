namespace MentorBot.Flows.Offers;

/// <summary>The ids on cards and in forms about offers. Literal and versioned: cards outlive refactorings.</summary>
public static class OfferActions
{
    // On cards, by the person offering.
    public const string Begin = "offers.begin.v1";
    public const string NotNow = "offers.not-now.v1";
    public const string Talked = "offers.talked.v1";
    public const string MentoredBefore = "offers.mentored-before.v1";
    public const string SomeoneElse = "offers.someone-else.v1";
    public const string Erase = "offers.erase.v1";
    public const string Back = "offers.back.v1";
    public const string Fine = "offers.fine.v1";

    // On cards, by the partner of a try-out.
    public const string PartnerNotNow = "offers.partner-not-now.v1";

    // On cards, by a coordinator or deputy.
    public const string Confirm = "offers.confirm.v1";

    // Openers of forms.
    public const string Form = "offers.form.v1";
    public const string PauseForm = "offers.pause-form.v1";
    public const string StopForm = "offers.stop-form.v1";
    public const string WordForm = "offers.word-form.v1";
    public const string See = "offers.see.v1";

    // In forms.
    public const string Send = "offers.send.v1";
    public const string Keep = "offers.keep.v1";
    public const string Save = "offers.save.v1";
    public const string Pause = "offers.pause.v1";
    public const string Stop = "offers.stop.v1";
    public const string SendWord = "offers.send-word.v1";

    // What cards and forms carry: which offer, and (on cards of others) whose.
    public const string Offer = "offer";
    public const string Person = "person";

    // The partner that somebody would exchange: pressed twice, nobody else is exchanged.
    public const string Partner = "partner";
}
