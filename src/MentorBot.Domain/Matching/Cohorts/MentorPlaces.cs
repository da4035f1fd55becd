namespace MentorBot.Domain.Matching.Cohorts;

/// <summary>What a mentor has room for.</summary>
/// <param name="Free">How many people can still be placed with this mentor.</param>
/// <param name="Taken">How many people this mentor has already. They stay; they count where the load is compared.</param>
public readonly record struct MentorPlaces(int Free, int Taken);
