using MentorBot.Domain;
using MentorBot.Domain.MyData;
using NodaTime;

namespace MentorBot.Flows.Tests;

/// <summary>Who wanted to be forgotten.</summary>
internal sealed class ForgettingInMemory : IForgetting
{
    public HashSet<PersonId> Begun { get; } = [];

    public Task<Instant> Begin(PersonId person, CancellationToken cancellationToken)
    {
        Begun.Add(person);
        return Task.FromResult(FlowRoom.Start + IForgetting.Notice);
    }
}
