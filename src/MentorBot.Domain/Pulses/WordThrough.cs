namespace MentorBot.Domain.Pulses;

/// <summary>How somebody would like to be spoken to. Stored by name.</summary>
public enum WordThrough
{
    Teams,
    Phone,
    InPerson,
}
