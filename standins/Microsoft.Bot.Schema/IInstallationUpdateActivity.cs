namespace Microsoft.Bot.Schema;

public interface IInstallationUpdateActivity : IActivity
{
    /// <summary><c>add</c>, <c>remove</c>, or either with <c>-upgrade</c>.</summary>
    string Action { get; set; }
}
