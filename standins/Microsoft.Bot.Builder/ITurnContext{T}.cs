using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

public interface ITurnContext<out T> : ITurnContext
    where T : IActivity
{
    new T Activity { get; }
}
