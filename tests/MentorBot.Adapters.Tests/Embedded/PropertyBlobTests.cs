using FsCheck;
using FsCheck.Fluent;
using MentorBot.Adapters.Embedded;

namespace MentorBot.Adapters.Tests.Embedded;

public sealed class PropertyBlobTests
{
    private static readonly Gen<string> Texts = ArbMap.Default.GeneratorFor<string>().Select(text => WellFormed(text ?? ""));

    private static readonly Gen<object> Values = Gen.OneOf(
        Texts.Select(text => (object)text),
        Gen.Elements("", "😀", "שלום", "\0", "\uFFFF", new string('語', 200)).Select(text => (object)text),
        ArbMap.Default.GeneratorFor<bool>().Select(value => (object)value),
        ArbMap.Default.GeneratorFor<long>().Select(value => (object)value),
        Gen.Elements(long.MinValue, long.MaxValue, 0L).Select(value => (object)value),
        ArbMap.Default.GeneratorFor<byte[]>().Select(value => (object)(value ?? [])),
        Gen.Choose(0, 70_000).Select(length => (object)new byte[length]));

    private static readonly Gen<Dictionary<string, object>> Bags =
        from names in Texts.ListOf()
        from values in Values.ListOf(names.Count)
        select names.Zip(values).DistinctBy(pair => pair.First).ToDictionary(pair => pair.First, pair => pair.Second);

    [Fact]
    public void What_is_encoded_comes_back_exactly() =>
        Prop.ForAll(Bags.ToArbitrary(), bag =>
        {
            var decoded = PropertyBlob.Decode(PropertyBlob.Encode(bag));

            Assert.Equal(bag.Keys.Order(StringComparer.Ordinal), decoded.Keys.Order(StringComparer.Ordinal));
            Assert.All(bag, property => Assert.Equal(property.Value, decoded[property.Key]));
            Assert.All(bag, property => Assert.IsType(property.Value.GetType(), decoded[property.Key]));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_part_of_a_bag_or_more_than_one_is_refused() =>
        Prop.ForAll(Bags.ToArbitrary(), Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), (bag, cut) =>
        {
            var blob = PropertyBlob.Encode(bag);

            Assert.Throws<InvalidDataException>(() => PropertyBlob.Decode(blob.AsSpan(0, cut % blob.Length)));
            Assert.Throws<InvalidDataException>(() => PropertyBlob.Decode([.. blob, 0]));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Noise_is_refused_or_read_but_never_anything_else() =>
        Prop.ForAll(ArbMap.Default.GeneratorFor<byte[]>().Where(bytes => bytes is not null).ToArbitrary(), noise =>
        {
            try
            {
                Assert.InRange(PropertyBlob.Decode(noise).Count, 0, noise.Length);
            }
            catch (InvalidDataException)
            {
                // Refused.
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Half_of_a_surrogate_pair_is_never_quietly_replaced() =>
        Assert.ThrowsAny<ArgumentException>(() => PropertyBlob.Encode(new Dictionary<string, object> { ["Text"] = "a\uD83D" }));

    [Fact]
    public void A_small_bag_is_small() =>
        Assert.Equal(1 + (2 + 1) + (2 + 1 + 8) + (2 + 1 + 2), PropertyBlob.Encode(new Dictionary<string, object> { ["t"] = true, ["n"] = 7L, ["s"] = "x" }).Length);

    private static string WellFormed(string text) => new([.. text.Where(character => !char.IsSurrogate(character))]);
}
