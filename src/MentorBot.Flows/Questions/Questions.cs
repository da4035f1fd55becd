using MentorBot.Flows.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace MentorBot.Flows.Questions;

/// <summary>A question sent ahead. Who: the two of a relationship. When: between conversations. Shows: that there is one; the words in a form.</summary>
public static class Questions
{
    public static IServiceCollection AddQuestions(this IServiceCollection services) => services.AddSingleton<IFlow, QuestionHandler>();
}
