using MentorBot.Domain;
using MentorBot.Domain.Offers;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Offers;
using MentorBot.Flows.Tests.Cards;
using MentorBot.Flows.Turns;
using static MentorBot.Flows.Tests.FlowRoom;

namespace MentorBot.Flows.Tests.Offers;

/// <summary>Whom a mentor would rather not be introduced to: picked or typed, kept, and for nobody else's eyes.</summary>
public sealed class NotTheseTests : IDisposable
{
    private static readonly PersonId Kim = new("kim.nguyen");

    private readonly FlowRoom room = new();

    public NotTheseTests() => room.Offers[Ana] = EveryCard.OfferIn(new OfferState.Open(Noor));

    public void Dispose() => room.Dispose();

    [Theory]
    [InlineData(OfferForms.NotThese, "kim.nguyen")]
    [InlineData("not-these-typed", "Kim Nguyen")]
    public async Task Who_is_picked_or_typed_is_kept_and_filled_in_again(string field, string value)
    {
        Assert.IsType<Answer.Closes>(await Save((field, value)));

        Assert.Equal(Kim, Assert.Single(room.Offers[Ana].Form.NotThese.ForItsAuthor()));
        Assert.Contains("Kim Nguyen", CardAttachment.Json((await room.Open(Ana, OfferActions.Form)).Card).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_named_is_nobody_kept()
    {
        await Save((OfferForms.NotThese, "kim.nguyen"));
        await Save();

        Assert.True(room.Offers[Ana].Form.NotThese.IsEmpty);
    }

    [Fact]
    public async Task A_name_that_is_not_found_brings_the_form_back_with_everything_in_it()
    {
        var before = room.Offers[Ana];
        var form = Assert.IsType<Answer.Opens>(await Save((OfferForms.NotThese, "kim.nguyen"), ("not-these-typed", "Nobody Atall"), ("about", "Long hours."))).Form;

        var shown = CardAttachment.Json(form.Card).ToString();
        Assert.All(new[] { "Kim Nguyen", "Nobody Atall", "Long hours." }, written => Assert.Contains(written, shown, StringComparison.Ordinal));
        Assert.DoesNotContain("\"isVisible\": false", shown, StringComparison.Ordinal);
        Assert.Equal(before, room.Offers[Ana]);
    }

    [Fact]
    public async Task A_coordinator_never_reads_the_names()
    {
        var waiting = EveryCard.OfferIn(EveryCard.Waiting());
        room.Offers[Ana] = waiting with { Form = waiting.Form with { NotThese = NeverList.Of([Kim]) } };

        var form = await room.Open(Noor, OfferActions.See, (OfferActions.Offer, waiting.Id.Value), (OfferActions.Person, Ana.Value));

        var shown = CardAttachment.Json(form.Card).ToString();
        Assert.DoesNotContain("Kim", shown, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("introduced", shown, StringComparison.Ordinal);
    }

    private Task<Answer> Save(params (string, string)[] answers) =>
        room.Submit(Ana, OfferActions.Save, [(OfferActions.Offer, room.Offers[Ana].Id.Value), ("help", "Advice"), .. answers]);
}
