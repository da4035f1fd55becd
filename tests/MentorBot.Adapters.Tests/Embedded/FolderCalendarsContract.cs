using MentorBot.Adapters.Embedded;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Scheduling;
using MentorBot.Testing.Calendars;
using MentorBot.Testing.Time;
using Microsoft.Extensions.Logging.Abstractions;

namespace MentorBot.Adapters.Tests.Embedded;

public sealed class FolderCalendarsContract : CalendarContract, IDisposable
{
    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    protected override ICalendars Open(IDirectory directory) =>
        new FolderCalendars(Path.Combine(folder.Path, "calendars"), directory, new TestClock(), NullLogger<FolderCalendars>.Instance);
}
