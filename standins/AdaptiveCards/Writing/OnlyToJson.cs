using Newtonsoft.Json;

namespace AdaptiveCards.Writing;

/// <summary>
/// A typed card handed to a serializer (as an attachment's content, say) ends in a stack overflow with the official libraries.
/// Here it is an error that can be caught: a card becomes JSON through <see cref="AdaptiveCard.ToJson"/> only.
/// </summary>
internal sealed class OnlyToJson : JsonConverter<AdaptiveTypedElement>
{
    public override void WriteJson(JsonWriter writer, AdaptiveTypedElement value, JsonSerializer serializer) => throw Refusal(value.GetType());

    public override AdaptiveTypedElement ReadJson(
        JsonReader reader, Type objectType, AdaptiveTypedElement existingValue, bool hasExistingValue, JsonSerializer serializer) => throw Refusal(objectType);

    private static JsonSerializationException Refusal(Type type) =>
        new($"{type.Name} does not go through a serializer: use AdaptiveCard.ToJson and hand on what it gives.");
}
