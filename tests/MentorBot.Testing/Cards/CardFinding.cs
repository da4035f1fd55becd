namespace MentorBot.Testing.Cards;

/// <param name="Path">Where in the card, as in <c>body[0].items[1].text</c>; <c>card</c> for the whole of it.</param>
/// <param name="Problem">What is wrong there.</param>
public sealed record CardFinding(string Path, string Problem)
{
    public override string ToString() => $"{Path}: {Problem}";
}
