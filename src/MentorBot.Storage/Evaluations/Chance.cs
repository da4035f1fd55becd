using System.Security.Cryptography;
using MentorBot.Domain.Evaluations;

namespace MentorBot.Storage.Evaluations;

/// <summary>Numbers of the operating system's generator for keys: what was drawn cannot be worked out from anything else.</summary>
public sealed class Chance : IChance
{
    public int Below(int bound) => RandomNumberGenerator.GetInt32(bound);
}
