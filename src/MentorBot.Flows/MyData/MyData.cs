using MentorBot.Domain.MyData;
using MentorBot.Flows.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace MentorBot.Flows.MyData;

/// <summary>What the bot knows about oneself. Who: everybody. Shows: what is kept, to read and to take along; on which days one opened something; and forgets.</summary>
public static class MyData
{
    public static IServiceCollection AddMyData(this IServiceCollection services) => services
        .AddSingleton<Everything>()
        .AddSingleton<ITakeAlong, TakeAlong>()
        .AddSingleton<IFlow, MyDataHandler>()
        .AddSingleton<IFlow, TakeHandler>()
        .AddSingleton<IFlow, ForgetHandler>();
}
