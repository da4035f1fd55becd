namespace MentorBot.Flows.Turns;

/// <summary>One conversation of the bot: says which presses, forms, words and notices are its own.</summary>
public interface IFlow
{
    void Map(Routes routes);
}
