using FsCheck;
using FsCheck.Fluent;
using MentorBot.Adapters.Embedded;

namespace MentorBot.Adapters.Tests.Embedded;

public sealed class OrdinalKeyTests
{
    private static readonly Gen<string> Keys = Gen.Elements(
            "a", "B", "-", "é", "\u07FF", "\u0800", "語", "\uD7FF", "\uE000", "\uFFFF", "😀", "\U00010000", "\U0010FFFF")
        .ListOf().Select(string.Concat);

    [Fact]
    public void A_key_comes_back_exactly() =>
        Prop.ForAll(Keys.ToArbitrary(), key => OrdinalKey.Decode(OrdinalKey.Encode(key)) == key).QuickCheckThrowOnFailure();

    [Fact]
    public void Bytes_compare_like_the_keys() =>
        Prop.ForAll(Keys.ToArbitrary(), Keys.ToArbitrary(), (one, other) =>
            Math.Sign(OrdinalKey.Encode(one).AsSpan().SequenceCompareTo(OrdinalKey.Encode(other))) == Math.Sign(string.CompareOrdinal(one, other)))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Most_keys_are_plain_UTF8() => Assert.Equal("profile|é|語"u8.ToArray(), OrdinalKey.Encode("profile|é|語"));
}
