using MentorBot.Flows.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace MentorBot.Flows.MyData;

/// <summary>What the bot knows about oneself. Who: everybody. Shows: on which days one opened something.</summary>
public static class MyData
{
    public static IServiceCollection AddMyData(this IServiceCollection services) => services.AddSingleton<IFlow, MyDataHandler>();
}
