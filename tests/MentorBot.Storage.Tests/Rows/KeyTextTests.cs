using FsCheck;
using FsCheck.Fluent;
using MentorBot.Domain;
using MentorBot.Storage.Rows;

namespace MentorBot.Storage.Tests.Rows;

public sealed class KeyTextTests
{
    /// <summary>Anything at all, halves of surrogate pairs included, and much of what could be taken for an escape.</summary>
    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Choose(char.MinValue, char.MaxValue).Select(code => (char)code).ArrayOf().Select(characters => new string(characters)),
        Gen.Elements('!', '0', '4', '1', 'A', '|', '/', '-', ' ', 'a').ArrayOf().Select(characters => new string(characters)),
        ArbMap.Default.ArbFor<NonNull<string>>().Generator.Select(text => text.Get));

    [Theory]
    [InlineData("ana.lima@example.com", "ana.lima@example.com")]
    [InlineData("0f8fad5b-d9cb-469f-a165-70867728950e", "0f8fad5b-d9cb-469f-a165-70867728950e")]
    [InlineData("a b", "a!0020b")]
    [InlineData("a|b", "a!007Cb")]
    [InlineData("a!b", "a!0021b")]
    [InlineData("é", "!00E9")]
    [InlineData("😀", "!D83D!DE00")]
    [InlineData("", "")]
    public void Usual_ids_stay_readable_and_the_rest_is_escaped(string id, string key) => Assert.Equal(key, KeyText.Of(id));

    [Fact]
    public void Any_text_comes_back() => Prop.ForAll(Texts.ToArbitrary(), text => KeyText.Back(KeyText.Of(text)) == text).QuickCheckThrowOnFailure();

    [Fact]
    public void A_key_has_no_character_that_a_store_forbids_or_that_separates_parts() => Prop.ForAll(
        Texts.ToArbitrary(),
        text => KeyText.Of(text).All(character => char.IsAsciiLetterOrDigit(character) || "._~@-!".Contains(character, StringComparison.Ordinal))).QuickCheckThrowOnFailure();

    [Fact]
    public void No_two_ids_share_a_key() => Prop.ForAll(
        Texts.ToArbitrary(), Texts.ToArbitrary(), (one, other) => (KeyText.Of(one) == KeyText.Of(other)) == (one == other)).QuickCheckThrowOnFailure();

    [Fact]
    public void No_two_people_share_a_partition_and_each_tells_whose_it_is() => Prop.ForAll(
        Texts.Zip(Texts).ToArbitrary(),
        Texts.Zip(Texts).ToArbitrary(),
        (one, other) => (Of(one) == Of(other)) == (one == other) && PartitionOf.Home(Of(one)) == one.Item2).QuickCheckThrowOnFailure();

    /// <summary>The parts of a row's key are separated by what no part holds, so that a prefix up to a separator finds its own rows only.</summary>
    [Fact]
    public void A_range_over_ones_own_rows_never_crosses_into_anothers() => Prop.ForAll(
        Texts.ToArbitrary(),
        Texts.ToArbitrary(),
        Texts.ToArbitrary(),
        (one, other, rest) =>
        {
            var from = $"card-{KeyText.Of(one)}|";
            var key = $"card-{KeyText.Of(other)}|{KeyText.Of(rest)}";
            var isInRange = string.CompareOrdinal(key, from) >= 0 && string.CompareOrdinal(key, from + '\uffff') < 0;
            return isInRange == (one == other);
        }).QuickCheckThrowOnFailure();

    private static Partition Of((string Tenant, string Person) whose) => PartitionOf.Person(new TenantId(whose.Tenant), new PersonId(whose.Person));
}
