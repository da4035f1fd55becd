namespace Microsoft.Bot.Builder;

/// <summary>What the HTTP response to an invoke will be.</summary>
public class InvokeResponse
{
    public int Status { get; set; }

    public object Body { get; set; }
}
