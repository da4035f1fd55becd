using System.Collections.Immutable;

namespace MentorBot.Rehearsal;

/// <summary>Something that can be seen on a card, from top to bottom.</summary>
internal abstract record CardPart
{
    public sealed record Words(string Text) : CardPart;

    public sealed record Field(CardField Input) : CardPart;

    public sealed record Buttons(ImmutableArray<CardButton> Row) : CardPart;
}
