using MentorBot.Domain.Directory;
using MentorBot.Domain.Profiles;
using MentorBot.Domain.Programme;
using MentorBot.Flows.Cards;

namespace MentorBot.Flows.Turns;

/// <summary>The reply to what nobody understood: the same for one word or a page, and shorter the second time.</summary>
public sealed class Misunderstandings(MentoringProgramme programme, IDirectory directory, IProfiles profiles)
{
    public async Task<Answer> Answer(Turn turn, bool hasFile, CancellationToken cancellationToken)
    {
        if (hasFile)
            return new Answer.Says(TurnText.NoFiles);
        if (turn.Profile.Misunderstood)
            return new Answer.Says(TurnText.UnknownAgain.With(await directory.NameOf(programme.Coordinators[0], cancellationToken), programme.Contacts));

        await profiles.Change(turn.Actor.Person, profile => profile with { Misunderstood = true }, cancellationToken);
        return new Answer.Posts(Card.Of(
            null,
            [Card.Text(TurnText.Unknown.With(programme.Organisation, programme.Contacts))],
            Card.Press(TurnText.WhatCanIType, ActionIds.Help),
            Card.Press(TurnText.WhereAmI, ActionIds.WhereAmI)));
    }
}
