using System.Threading.Channels;
using Azure.Core;
using MentorBot.Adapters.Identity;
using MentorBot.Testing.Time;

namespace MentorBot.Adapters.Tests.Identity;

public sealed class SharedCredentialTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly TokenRequestContext Teams = new(["https://api.botframework.com/.default"]);
    private static readonly TokenRequestContext Graph = new(["https://graph.microsoft.com/.default"]);

    private readonly TimersByHand time = new() { Now = Start };
    private readonly Issuer issuer = new();
    private readonly SharedCredential shared;

    public SharedCredentialTests() => shared = new(issuer, time);

    [Fact]
    public async Task However_many_ask_at_once_one_token_is_fetched()
    {
        var asking = Enumerable.Range(0, 20).Select(_ => Ask(Teams)).ToList();
        issuer.Gives(Token("one", 60));

        Assert.All(await Task.WhenAll(asking), token => Assert.Equal("one", token));
        Assert.Equal("one", await Ask(Teams));
        Assert.Equal(1, issuer.Asked);
    }

    [Fact]
    public async Task Each_scope_has_a_token_of_its_own()
    {
        issuer.Gives(Token("teams", 60));
        Assert.Equal("teams", await Ask(Teams));
        issuer.Gives(Token("graph", 60));
        Assert.Equal("graph", await Ask(Graph));

        Assert.Equal("teams", await Ask(Teams));
        Assert.Equal(2, issuer.Asked);
    }

    [Fact]
    public async Task Shortly_before_its_end_the_next_is_fetched_while_the_old_is_still_used()
    {
        issuer.Gives(Token("old", 60));
        await Ask(Teams);

        time.Now = Start.AddMinutes(56);
        Assert.Equal(["old", "old", "old"], await Task.WhenAll(Ask(Teams), Ask(Teams), Ask(Teams)));
        await issuer.WasAsked(2);
        issuer.Gives(Token("new", 120));

        await Becomes("new");
        Assert.Equal(2, issuer.Asked);
    }

    [Fact]
    public async Task The_issuer_may_say_when_the_next_is_to_be_fetched()
    {
        issuer.Gives(new AccessToken("old", Start.AddMinutes(60), Start.AddMinutes(30)));
        await Ask(Teams);

        time.Now = Start.AddMinutes(29);
        await Ask(Teams);
        Assert.Equal(1, issuer.Asked);
        time.Now = Start.AddMinutes(31);
        await Ask(Teams);
        await issuer.WasAsked(2);
    }

    [Fact]
    public async Task An_early_attempt_that_fails_harms_nobody_and_is_repeated_later()
    {
        issuer.Gives(Token("old", 60));
        await Ask(Teams);
        time.Now = Start.AddMinutes(56);
        issuer.Fails();
        Assert.Equal("old", await Ask(Teams));
        await issuer.WasAsked(2);

        time.Now = Start.AddMinutes(56).AddSeconds(10);
        Assert.Equal("old", await Ask(Teams));
        Assert.Equal(2, issuer.Asked);
        time.Now = Start.AddMinutes(57);
        issuer.Gives(Token("new", 120));
        await Ask(Teams);
        await Becomes("new");
    }

    [Fact]
    public async Task A_token_at_its_end_is_not_handed_out()
    {
        issuer.Gives(Token("old", 60));
        await Ask(Teams);
        issuer.Gives(Token("new", 120));

        time.Now = Start.AddMinutes(59).AddSeconds(30);

        Assert.Equal("new", await Ask(Teams));
    }

    [Fact]
    public async Task A_failure_is_told_to_whoever_waited_and_forgotten()
    {
        var asking = Enumerable.Range(0, 3).Select(_ => Ask(Teams)).ToList();
        issuer.Fails();
        foreach (var asked in asking)
            await Assert.ThrowsAsync<InvalidOperationException>(() => asked);

        issuer.Gives(Token("one", 60));
        Assert.Equal("one", await Ask(Teams));
    }

    [Fact]
    public async Task Who_stops_waiting_stops_nobody_else()
    {
        using var leaving = new CancellationTokenSource();
        var first = shared.GetTokenAsync(Teams, leaving.Token).AsTask();
        var second = Ask(Teams);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);

        issuer.Gives(Token("one", 60));
        Assert.Equal("one", await second);
        Assert.Equal(1, issuer.Asked);
    }

    private static AccessToken Token(string text, int minutes) => new(text, Start.AddMinutes(minutes));

    private async Task<string> Ask(TokenRequestContext scope) => (await shared.GetTokenAsync(scope, CancellationToken.None)).Token;

    /// <summary>It comes from another thread, right after the issuer gave it.</summary>
    private async Task Becomes(string expected)
    {
        while (await Ask(Teams) != expected)
            await Task.Yield();
    }

    /// <summary>Gives what the test hands it, when it does.</summary>
    private sealed class Issuer : TokenCredential
    {
        private readonly Channel<Func<AccessToken>> given = Channel.CreateUnbounded<Func<AccessToken>>();
        private readonly Channel<int> asked = Channel.CreateUnbounded<int>();
        private int count;

        public int Asked => Volatile.Read(ref count);

        public void Gives(AccessToken token) => given.Writer.TryWrite(() => token);

        public void Fails() => given.Writer.TryWrite(() => throw new InvalidOperationException("No token today."));

        public async Task WasAsked(int times)
        {
            while (await asked.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60)) < times)
            {
            }
        }

        public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            asked.Writer.TryWrite(Interlocked.Increment(ref count));
            return (await given.Reader.ReadAsync(cancellationToken))();
        }

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
