namespace MentorBot.Domain.Sessions;

/// <summary>The three kinds of prompts, one of each at a time.</summary>
public enum PromptKind
{
    Stimulate,
    Scaffold,
    Sustain,
}
