namespace MentorBot.Flows.Turns;

/// <summary>Where an error met somebody.</summary>
public enum ErrorPlace
{
    Chat,
    Form,
}
