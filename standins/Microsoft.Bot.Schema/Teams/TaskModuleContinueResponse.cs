using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

public class TaskModuleContinueResponse : TaskModuleResponseBase
{
    public TaskModuleContinueResponse(TaskModuleTaskInfo value = default)
        : base("continue") => Value = value;

    [JsonProperty("value")]
    public TaskModuleTaskInfo Value { get; set; }
}
