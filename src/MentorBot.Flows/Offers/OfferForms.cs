using System.Collections.Immutable;
using AdaptiveCards;
using MentorBot.Domain;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Offers;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Wishes;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Turns;
using MentorBot.Flows.Wishes;

namespace MentorBot.Flows.Offers;

/// <summary>What is typed and read about offers: the offer itself, new or to be changed, and how a coordinator reads it.</summary>
public sealed class OfferForms(MentoringProgramme programme, OfferCards cards)
{
    /// <summary>The field for whom one would rather not meet. Read by its author only.</summary>
    public const string NotThese = "not-these";

    /// <param name="isSent">Whether the offer was sent before: then answers are saved, else sent or kept.</param>
    /// <param name="wrong">What has to be put right, when the form comes back.</param>
    /// <param name="notThese">Whom they would rather not meet, or what came of reading that.</param>
    public async Task<Form> Ask(OfferId id, OfferForm form, Picked notThese, bool isSent, Person person, string? wrong, CancellationToken cancellationToken)
    {
        var coordinator = await cards.Coordinator(cancellationToken);
        var about = new AdaptiveTextInput
        {
            Id = Field.About,
            Label = OfferText.About,
            Placeholder = OfferText.AboutHint.With(coordinator),
            IsMultiline = true,
            MaxLength = OfferForm.LongestAbout,
            Value = FormText.Show(form.About),
            ErrorMessage = TurnText.TooLong.With(OfferForm.LongestAbout),
        };

        AdaptiveElement[] wishes =
        [
            Card.One(Field.AtEaseWith, WishText.AtEaseWith, WishChoices.AtEase, form.AtEaseWith),
            Card.Choices(Field.Languages, WishText.LanguagesLabel, WishChoices.Languages(person), form.Languages, several: true),
            Card.One(Field.Meeting, WishText.Meeting, WishChoices.Meeting, form.Meeting),
            Card.Choices(Field.ShortNotice, OfferText.ShortNoticeLabel, ShortNoticeChoices, [form.AtShortNotice ? "true" : "false"]),
            .. PeoplePicker.Input(NotThese, OfferText.NotThese, OfferText.NotTheseHint, notThese, several: true),
        ];

        return new(OfferText.FormTitle, Card.Of(
            null,
            [
                wrong is null ? null : Card.Wrong(wrong),
                Card.Text(isSent ? OfferText.ChangeIntro : OfferText.FormIntro),
                Card.Choices(Field.Help, OfferText.Help1, HelpChoices, form.Help.Select(one => one.ToString()), several: true),
                Card.Choices(Field.Themes, OfferText.Themes, ThemeChoices, form.Themes, several: true),
                Card.One(Field.Places, OfferText.PlacesLabel, PlacesChoices, form.Places),
                Card.Small(OfferText.PlacesHint),
                Card.One(Field.Pace, OfferText.PaceLabel, PaceChoices, form.Pace),
                about,
                // What has to be put right must not be folded away.
                .. notThese.Wrong is null ? Card.Folded(OfferText.MoreWishes, "more", wishes) : wishes,
                new AdaptiveToggleInput
                {
                    Id = Field.OwnWish,
                    Label = OfferText.OwnWishLabel,
                    Title = OfferText.OwnWish,
                    ValueOn = "true",
                    ValueOff = "false",
                    Value = form.OwnWish ? "true" : "false",
                    Wrap = true,
                },
                Card.Small(OfferText.OwnWishHint.With(coordinator)),
            ],
            isSent
                ? [Submit(OfferText.Save, OfferActions.Save, id), Card.Submit(OfferText.LeaveAsIs, ActionIds.CloseForm)]
                : [Submit(OfferText.OfferThis, OfferActions.Send, id), Submit(OfferText.KeepForLater, OfferActions.Keep, id)]));
    }

    /// <summary>The form before anything was said: the gentle choices are made already.</summary>
    public static OfferForm Blank(Person person) => new(
        [], [], Places.One, Pace.SeeAfterTheFirst, null, AtEaseWith.Anyone, person.Languages, WayOfMeeting.Any, AtShortNotice: false, NeverList.Nobody, OwnWish: false);

    /// <summary>What was said, and what has to be put right before it can be taken; null when nothing has.</summary>
    /// <param name="isComplete">
    /// Whether the needed question has to be answered. It is checked here and not in the client, where a required input would bar
    /// the way to "keep this for later" as well.
    /// </param>
    public (OfferForm Form, string? Wrong) Read(Submission submission, Person person, Picked notThese, bool isComplete)
    {
        var languages = submission.Several(Field.Languages, person.Languages);
        var form = new OfferForm(
            submission.Several<Help>(Field.Help),
            submission.Several(Field.Themes, ThemeChoices.Select(choice => choice.Value)),
            submission.One<Places>(Field.Places) ?? Places.One,
            submission.One<Pace>(Field.Pace) ?? Pace.SeeAfterTheFirst,
            submission.Words(Field.About),
            submission.One<AtEaseWith>(Field.AtEaseWith) ?? AtEaseWith.Anyone,
            languages.IsEmpty ? person.Languages : languages,
            submission.One<WayOfMeeting>(Field.Meeting) ?? WayOfMeeting.Any,
            submission.IsTicked(Field.ShortNotice),
            NeverList.Of(notThese.Ids),
            submission.IsTicked(Field.OwnWish));

        return (form, isComplete && form.Help.IsEmpty ? OfferText.HelpMissing
            : FormText.Length(form.About) > OfferForm.LongestAbout ? TurnText.TooLong.With(OfferForm.LongestAbout)
            : notThese.Wrong is not null ? OfferText.LookAtNames
            : null);
    }

    /// <summary>For somebody who may confirm: the answers, to read.</summary>
    public Form Show(Offer offer, string name, Person? person, bool mayReadWords) => new(OfferText.OfferOf.With(name), Card.Of(
        null,
        [
            Answered(OfferText.Help1, HelpChoices, offer.Form.Help.Select(one => one.ToString())),
            Answered(OfferText.Themes, ThemeChoices, offer.Form.Themes),
            Answered(OfferText.PlacesLabel, PlacesChoices, [offer.Form.Places.ToString()]),
            Answered(OfferText.PaceLabel, PaceChoices, [offer.Form.Pace.ToString()]),
            Card.Text($"**{OfferText.About}**"),
            Card.Written(mayReadWords ? FormText.Show(offer.Form.About) ?? OfferText.NothingWritten : OfferText.KeptFromYou),
            Answered(WishText.AtEaseWith, WishChoices.AtEase, [offer.Form.AtEaseWith.ToString()]),
            Answered(WishText.LanguagesLabel, person is null ? [] : WishChoices.Languages(person), offer.Form.Languages),
            Answered(WishText.Meeting, WishChoices.Meeting, [offer.Form.Meeting.ToString()]),
            Answered(OfferText.ShortNoticeLabel, ShortNoticeChoices, [offer.Form.AtShortNotice ? "true" : "false"]),
        ],
        Card.Submit(TurnText.Close, ActionIds.CloseForm)));

    private static AdaptiveTextBlock Answered(string question, IEnumerable<(string Value, string Title)> choices, IEnumerable<string> chosen)
    {
        var titles = choices.Where(choice => chosen.Contains(choice.Value)).Select(choice => choice.Title).ToList();
        return Card.Text($"**{question}**\n\n{(titles.Count == 0 ? OfferText.NothingWritten : string.Join(", ", titles))}");
    }

    private static AdaptiveAction Submit(string title, string action, OfferId id) => Card.Submit(title, action, (OfferActions.Offer, id.Value));

    private static ImmutableArray<(string Value, string Title)> HelpChoices =>
    [
        (nameof(Help.SomeoneToThinkWith), OfferText.SomeoneToThinkWith),
        (nameof(Help.Advice), OfferText.Advice),
        (nameof(Help.Skill), OfferText.Skill),
        (nameof(Help.Direction), OfferText.Direction),
        (nameof(Help.AnotherView), OfferText.AnotherView),
        (nameof(Help.Introductions), OfferText.Introductions),
        (nameof(Help.SomeoneWhoListens), OfferText.SomeoneWhoListens),
        (nameof(Help.WhateverIsNeeded), OfferText.WhateverIsNeeded),
    ];

    private ImmutableArray<(string Value, string Title)> ThemeChoices =>
    [
        .. programme.Themes.Select(theme => (theme.Id, theme.Name)),
        (OfferForm.SomethingElse, OfferText.SomethingElse),
        (OfferForm.Anything, OfferText.Anything),
    ];

    private static ImmutableArray<(string Value, string Title)> PlacesChoices =>
    [
        (nameof(Places.One), OfferText.One),
        (nameof(Places.Two), OfferText.Two),
        (nameof(Places.Three), OfferText.Three),
        (nameof(Places.SingleConversations), OfferText.SingleConversations),
    ];

    private static ImmutableArray<(string Value, string Title)> PaceChoices =>
    [
        (nameof(Pace.OneConversation), OfferText.OneConversation),
        (nameof(Pace.AFewConversations), OfferText.AFewConversations),
        (nameof(Pace.SomethingLonger), OfferText.SomethingLonger),
        (nameof(Pace.SeeAfterTheFirst), OfferText.SeeAfterTheFirst),
    ];

    private static ImmutableArray<(string Value, string Title)> ShortNoticeChoices => [("true", OfferText.ShortNoticeYes), ("false", OfferText.ShortNoticeNo)];

    private static class Field
    {
        public const string Help = "help";
        public const string Themes = "themes";
        public const string Places = "places";
        public const string Pace = "pace";
        public const string About = "about";
        public const string AtEaseWith = "at-ease-with";
        public const string Languages = "languages";
        public const string Meeting = "meeting";
        public const string ShortNotice = "short-notice";
        public const string OwnWish = "own-wish";
    }
}
