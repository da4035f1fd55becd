using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Scheduling;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace MentorBot.Adapters.Embedded;

/// <summary>
/// The calendars of the embedded default: a folder for each person, in which every .ics file counts. The bot keeps a file for
/// each entry ("mentorbot-…"); whatever else lies there, an export from another calendar, say, keeps its owner busy as well.
/// Hours and zone come from the directory.
/// </summary>
/// <remarks>
/// Of an event that repeats (RRULE) the first time counts: see <see cref="IcsReader"/>. A file that cannot be read puts the
/// calendar out of reach until it is put right or taken away, for nobody knows what it says. An entry's own subject is not
/// written: see <see cref="IcsText"/>. What is acknowledged survives a power cut.
/// </remarks>
/// <param name="folder">Created when the first entry is written. For one process.</param>
public sealed partial class FolderCalendars(string folder, IDirectory directory, IClock clock, ILogger<FolderCalendars> logger) : ICalendars
{
    /// <summary>In bytes; a large calendar's export of many years is about half of this.</summary>
    public const int LargestFile = 16 * 1024 * 1024;

    /// <summary>Hidden files are left alone: they are what other programs keep beside theirs.</summary>
    private static readonly EnumerationOptions Visible = new() { MatchCasing = MatchCasing.CaseInsensitive, IgnoreInaccessible = false };

    private readonly Lock writing = new();

    public async Task<ImmutableArray<CalendarReading>> Read(ImmutableArray<PersonId> people, Interval within, CancellationToken cancellationToken) =>
        [.. await Task.WhenAll(people.Select(person => Read(person, within, cancellationToken)))];

    public async Task<CalendarReading> Read(PersonId person, Interval within, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(within.Duration, ICalendars.LongestReading);
        if (await directory.Find(person, cancellationToken) is not { } owner)
            return new CalendarReading.OutOfReach();

        try
        {
            var busy = ImmutableArray.CreateBuilder<Interval>();
            foreach (var file in FilesOf(person))
            {
                if (await ReadFile(file, owner.Zone, cancellationToken) is not { } reading)
                    continue;
                if (reading is not IcsReading.Good good)
                {
                    LogRefused(logger, person, file.Name, ((IcsReading.Refused)reading).Line);
                    return new CalendarReading.OutOfReach();
                }

                busy.AddRange(good.Busy.Where(time => time.Start < within.End && time.End > within.Start));
            }

            return new CalendarReading.Known(new Availability(owner.Zone, owner.Hours, busy.ToImmutable()));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            LogOutOfReach(logger, person, failure.GetType().Name);
            return new CalendarReading.OutOfReach();
        }
    }

    /// <summary>A file opens no meeting.</summary>
    public async Task<Uri?> Put(PersonId person, CalendarEntry entry, CancellationToken cancellationToken)
    {
        var text = await TextOf(entry, cancellationToken);
        Change(() =>
        {
            var path = PathOf(person, entry.Key);
            if (VersionOf(path) > entry.Version)
                return;
            OwnerOnly.CreateFolder(folder);
            OwnerOnly.CreateFolder(FolderOf(person));
            var written = path + ".new";
            OwnerOnly.Create(written);
            using (var stream = new FileStream(written, FileMode.Truncate))
            {
                stream.Write(System.Text.Encoding.UTF8.GetBytes(text));
                stream.Flush(flushToDisk: true);
            }

            File.Move(written, path, overwrite: true);
            MakeLast(FolderOf(person));
        });
        return null;
    }

    public Task Remove(PersonId person, string entry, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Change(() =>
        {
            var path = PathOf(person, entry);
            if (!File.Exists(path))
                return;
            File.Delete(path);
            MakeLast(FolderOf(person));
        });
        return Task.CompletedTask;
    }

    public async Task<string> TextOf(CalendarEntry entry, CancellationToken cancellationToken)
    {
        var with = entry.With is { } other ? await directory.NameOf(other, cancellationToken) : null;
        return IcsText.Of(entry, with, clock.GetCurrentInstant());
    }

    /// <summary>Null when it has gone since it was listed.</summary>
    private static async Task<IcsReading?> ReadFile(FileInfo file, DateTimeZone zone, CancellationToken cancellationToken)
    {
        try
        {
            if (file.Length > LargestFile)
                return new IcsReading.Refused(0);
            return IcsReader.Read(await File.ReadAllBytesAsync(file.FullName, cancellationToken), zone);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Of what is there by this name; less than any when it is nothing of ours.</summary>
    private static int VersionOf(string path) =>
        File.Exists(path) && IcsReader.Read(File.ReadAllBytes(path), DateTimeZone.Utc) is IcsReading.Good good ? good.Version : int.MinValue;

    private static void MakeLast(string folder)
    {
        if (!OperatingSystem.IsWindows())
            Posix.SyncFolder(folder);
    }

    /// <summary>One at a time: of two versions of an entry at once the later one must stand.</summary>
    private void Change(Action change)
    {
        try
        {
            lock (writing)
                change();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CalendarUnavailableException("A calendar's folder cannot be written.", failure);
        }
    }

    private IEnumerable<FileInfo> FilesOf(PersonId person) =>
        new DirectoryInfo(FolderOf(person)) is { Exists: true } own ? own.EnumerateFiles("*.ics", Visible) : [];

    private string FolderOf(PersonId person) => Path.Combine(folder, FileNameText.Of(person.Value));

    private string PathOf(PersonId person, string entry) => Path.Combine(FolderOf(person), $"mentorbot-{FileNameText.Of(entry)}.ics");

    [LoggerMessage(Level = LogLevel.Warning, Message = "The calendar of {Person} is out of reach: {File} cannot be read at line {Line}. Put it right, or take it away.")]
    private static partial void LogRefused(ILogger logger, PersonId person, string file, int line);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The calendar of {Person} is out of reach: its folder cannot be read ({Failure}).")]
    private static partial void LogOutOfReach(ILogger logger, PersonId person, string failure);
}
