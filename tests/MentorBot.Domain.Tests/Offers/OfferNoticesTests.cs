using FsCheck;
using FsCheck.Fluent;
using MentorBot.Domain.Offers;

namespace MentorBot.Domain.Tests.Offers;

public sealed class OfferNoticesTests
{
    /// <summary>Everything that a card or a form can bring along as an id: see Submission.Id.</summary>
    private static readonly Gen<OfferId> Ids = Gen.Choose('!', '~').Select(code => (char)code).ArrayOf().Select(characters => new OfferId(new string(characters)));

    [Fact]
    public void A_subject_tells_the_offer_and_the_number_that_it_was_made_of() => Prop.ForAll(
        Ids.ToArbitrary(),
        Gen.Choose(0, int.MaxValue).ToArbitrary(),
        (id, number) => (OfferNotices.OfferIn(OfferNotices.Numbered(id, number)), OfferNotices.NumberIn(OfferNotices.Numbered(id, number))) == (id, number)).QuickCheckThrowOnFailure();

    [Fact]
    public void A_subject_without_a_number_is_the_offer() =>
        Prop.ForAll(Ids.ToArbitrary(), id => OfferNotices.OfferIn(id.Value) == id).QuickCheckThrowOnFailure();

    [Fact]
    public void No_two_numbered_subjects_are_the_same() => Prop.ForAll(
        Ids.Zip(Gen.Choose(0, 20)).ToArbitrary(),
        Ids.Zip(Gen.Choose(0, 20)).ToArbitrary(),
        (one, other) => (Subject(one) == Subject(other)) == (one == other)).QuickCheckThrowOnFailure();

    private static string Subject((OfferId Id, int Number) of) => OfferNotices.Numbered(of.Id, of.Number);
}
