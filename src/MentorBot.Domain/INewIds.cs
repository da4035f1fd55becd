namespace MentorBot.Domain;

/// <summary>Makes ids: 32 lower-case hexadecimal digits, unique, later ones sorting after earlier ones.</summary>
public interface INewIds
{
    string Next();
}
