using MentorBot.Flows.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace MentorBot.Flows.Scheduling;

/// <summary>Finding a time, moving and cancelling it, how it appears in calendars. Who: the two of a relationship. When: from the yes on. Shows: times, what is booked.</summary>
public static class Scheduling
{
    public static IServiceCollection AddScheduling(this IServiceCollection services) => services
        .AddSingleton<Proposals>()
        .AddSingleton<BookedCards>()
        .AddSingleton<ChoosingTimes>()
        .AddSingleton<TypeTimeDialog>()
        .AddSingleton<IFlow, TimesHandler>()
        .AddSingleton<IFlow, BookedHandler>()
        .AddSingleton<IFlow, SeriesHandler>()
        .AddSingleton<IFlow, SchedulingNoticeHandler>();
}
