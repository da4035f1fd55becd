using System.Runtime.InteropServices;

namespace MentorBot.Commands;

/// <summary>Ctrl+C, or a request to end from elsewhere, as a token, so that there is time to put things away. The second one ends the process at once.</summary>
internal sealed class Interruption : IDisposable
{
    /// <summary>As a shell says it of who was interrupted.</summary>
    public const int ExitCode = 130;

    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration[] heard;

    public Interruption() => heard = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Hear), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Hear)];

    public CancellationToken Token => source.Token;

    public void Dispose()
    {
        foreach (var one in heard)
            one.Dispose();
        source.Dispose();
    }

    private void Hear(PosixSignalContext signal)
    {
        signal.Cancel = !source.IsCancellationRequested;
        source.Cancel();
    }
}
