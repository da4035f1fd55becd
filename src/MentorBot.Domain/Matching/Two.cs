namespace MentorBot.Domain.Matching;

/// <summary>Two people of one question, as the directory knows them now; null for who has left it.</summary>
public sealed record Two(Colleague? Asking, Colleague? Asked);
