using System.Diagnostics;
using System.Security.Cryptography;
using MentorBot.Benchmarks.Children;
using MentorBot.Domain;
using MentorBot.Hosting;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace MentorBot.Benchmarks.Figures;

/// <summary>Sealing and opening 300 characters, with the key at hand, against the bare cipher on as many bytes.</summary>
public static class SealingFigures
{
    private const int Characters = 300;

    /// <summary>300 characters, padded to steps of 256 bytes.</summary>
    private const int Padded = 512;

    private const int Times = 20_000;
    private const int Rounds = 5;

    public static void Print(string folder)
    {
        using var app = BotHost.Build(BotServer.Settings(folder, ""), SystemClock.Instance, worksInBackground: false);
        app.Services.GetRequiredService<IKeyWrapper>();
        var sealer = app.Services.GetRequiredService<Sealer>();
        var tenant = new TenantId("sample-tenant");
        var owner = Owner.Person(tenant, new PersonId("mira.kovac"));
        var place = new SealedPlace(PartitionOf.Person(tenant, new PersonId("mira.kovac")), "offer", "about", 1, 1);
        var words = Confidential.From(new string('w', Characters))!;
        var kept = sealer.Seal(owner, place, words, default).GetAwaiter().GetResult();

        using var cipher = new AesGcm(RandomNumberGenerator.GetBytes(32), 16);
        byte[] plain = new byte[Padded], encrypted = new byte[Padded], nonce = new byte[12], tag = new byte[16];
        void Encrypt()
        {
            RandomNumberGenerator.Fill(nonce);
            cipher.Encrypt(nonce, plain, encrypted, tag);
        }

        Encrypt();
        Print("sealing 300 characters", () => sealer.Seal(owner, place, words, default).GetAwaiter().GetResult(), Encrypt);
        Print("opening them", () => sealer.Open(owner, place, kept, default).GetAwaiter().GetResult(), () => cipher.Decrypt(nonce, encrypted, tag, plain));
    }

    private static void Print(string name, Action ours, Action bare)
    {
        var (best, bestBare) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            bestBare = Least(bestBare, Took(bare));
            best = Least(best, Took(ours));
        }

        Console.WriteLine($"{name,-29}{best / Times / TimeSpan.FromMicroseconds(1):0.0} µs, AES-GCM alone {bestBare / Times / TimeSpan.FromMicroseconds(1):0.0} µs (× {best / bestBare:0.0})");
    }

    private static TimeSpan Took(Action what)
    {
        var watch = Stopwatch.StartNew();
        for (var time = 0; time < Times; time++)
            what();
        return watch.Elapsed;
    }

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
