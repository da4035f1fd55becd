using MentorBot.Rehearsal;
using NodaTime;

namespace MentorBot.EndToEnd.Crashes;

/// <summary>Ana and Ben met without the bot; months later nothing of the count is left.</summary>
internal sealed class CountedStory(Town town) : PatientStory(town, mostTries: 1)
{
    private readonly Resident ben = town.Person("Ben");

    public async Task Play()
    {
        await Town.Later(Duration.FromHours(30));
        var form = await ben.Sees("Review · 1 of 4").Opens("More");
        await form.Submit("We met");
        await Town.Settles();
        await Town.Later(Duration.FromDays(70));
        await Rests();
    }
}
