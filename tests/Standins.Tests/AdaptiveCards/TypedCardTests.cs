using AdaptiveCards;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Standins.Tests.Cards;

public sealed class TypedCardTests
{
    [Fact]
    public void A_typed_card_handed_to_a_serializer_is_an_error()
    {
        var attachment = new { contentType = AdaptiveCard.ContentType, content = new AdaptiveCard("1.5") };

        Assert.Throws<JsonSerializationException>(() => JsonConvert.SerializeObject(attachment));
        Assert.Throws<JsonSerializationException>(() => JObject.FromObject(attachment));
        Assert.Throws<JsonSerializationException>(() => JsonConvert.SerializeObject(new AdaptiveSubmitAction()));
    }

    [Fact]
    public void A_typed_card_is_not_read_back() =>
        Assert.Throws<JsonSerializationException>(() => JsonConvert.DeserializeObject<AdaptiveCard>(new AdaptiveCard("1.5").ToJson()));

    [Theory]
    [InlineData("1.5", 1, 5)]
    [InlineData("2", 2, 0)]
    [InlineData("1.10.3", 1, 10)]
    public void A_version_is_two_numbers(string text, int major, int minor)
    {
        var version = new AdaptiveSchemaVersion(text);

        Assert.Equal((major, minor), (version.Major, version.Minor));
        Assert.Equal($"{major}.{minor}", version.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("one.five")]
    [InlineData("1.")]
    public void Anything_else_is_not_a_version(string text) =>
        Assert.Throws<AdaptiveSerializationException>(() => new AdaptiveSchemaVersion(text));

    [Fact]
    public void No_text_is_no_version() => Assert.Throws<ArgumentException>(() => new AdaptiveSchemaVersion(null!));
}
