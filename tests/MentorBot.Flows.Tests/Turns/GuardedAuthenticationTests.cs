using System.Security.Claims;
using MentorBot.Domain;
using MentorBot.Flows.Turns;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace MentorBot.Flows.Tests.Turns;

public sealed class GuardedAuthenticationTests
{
    private readonly AllowsAll inner = new();
    private readonly GuardedAuthentication guarded;

    public GuardedAuthenticationTests() => guarded = new(inner, new TenantId("ours"));

    public static TheoryData<string?> Elsewhere =>
    [
        null, "", " ", "/relative", "127.0.0.1:3978", "https://smba.trafficmanager.net/teams/", "http://127.0.0.1.evil.example/", "http://localhost.evil.example/",
        "http://127.0.0.1@evil.example/", "http://localhost:80@evil.example/", "http://evil.example/127.0.0.1", "http://evil.example#localhost", "http://evil.example?localhost",
        "http://[::ffff:8.8.8.8]/", "http://[2001:db8::1]/", "http://0.0.0.0/", "http://10.0.0.1/", "http://169.254.169.254/", "http://128.0.0.1/",
        "file:///etc/passwd", "ftp://127.0.0.1/", "gopher://localhost/", "javascript:alert(1)",
    ];

    [Theory]
    [MemberData(nameof(Elsewhere))]
    public async Task An_address_elsewhere_is_refused_and_never_written_to(string? serviceUrl)
    {
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Authenticate(activity => activity.ServiceUrl = serviceUrl!));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(async () => await guarded.CreateConnectorFactory(new ClaimsIdentity()).CreateAsync(serviceUrl!, "", CancellationToken.None));

        Assert.Equal(0, inner.Asked);
    }

    [Theory]
    [InlineData("http://127.0.0.1:3978/")]
    [InlineData("http://127.9.9.9/")]
    [InlineData("https://localhost/")]
    [InlineData("HTTP://LOCALHOST:80")]
    [InlineData("http://[::1]:3978/")]
    public async Task This_machine_is_talked_to(string serviceUrl)
    {
        await Authenticate(activity => activity.ServiceUrl = serviceUrl);
        await guarded.CreateConnectorFactory(new ClaimsIdentity()).CreateAsync(serviceUrl, "", CancellationToken.None);

        Assert.Equal(2, inner.Asked);
    }

    [Fact]
    public async Task Our_own_tenant_may_be_named_in_either_place_or_in_none()
    {
        await Authenticate(_ => { });
        await Authenticate(activity => activity.Conversation.TenantId = "ours");
        await Authenticate(activity => activity.ChannelData = Tenant("ours"));
        await Authenticate(activity => (activity.Conversation.TenantId, activity.ChannelData) = ("ours", Tenant("ours")));

        Assert.Equal(4, inner.Asked);
    }

    [Theory]
    [InlineData("theirs", null)]
    [InlineData(null, "theirs")]
    [InlineData("ours", "theirs")]
    [InlineData("theirs", "ours")]
    [InlineData("OURS", null)]
    [InlineData("", null)]
    [InlineData(null, "")]
    public async Task Another_tenant_is_refused_wherever_it_is_named(string? inConversation, string? inChannelData)
    {
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Authenticate(activity =>
        {
            activity.Conversation.TenantId = inConversation!;
            if (inChannelData is not null)
                activity.ChannelData = Tenant(inChannelData);
        }));

        Assert.Equal(0, inner.Asked);
    }

    [Fact]
    public async Task What_lacks_a_sender_a_recipient_or_a_conversation_is_refused()
    {
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Authenticate(activity => activity.From = null!));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Authenticate(activity => activity.From.Id = null!));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Authenticate(activity => activity.Recipient = null!));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Authenticate(activity => activity.Conversation = null!));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Authenticate(activity => activity.Conversation.Id = null!));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => guarded.AuthenticateRequestAsync(null!, "", CancellationToken.None));
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/amer/", true)]
    [InlineData("https://SMBA.trafficmanager.net:443/", true)]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/teams/", true)]
    [InlineData("http://smba.trafficmanager.net/amer/", false)]
    [InlineData("https://smba.trafficmanager.net:8443/amer/", false)]
    [InlineData("https://smba.trafficmanager.net./amer/", false)]
    [InlineData("https://evil.trafficmanager.net/amer/", false)]
    [InlineData("https://smba.trafficmanager.net.evil.example/amer/", false)]
    [InlineData("https://smba.trafficmanager.net@evil.example/", false)]
    [InlineData("https://user@smba.trafficmanager.net/", false)]
    [InlineData("https://evil.example/https://smba.trafficmanager.net/", false)]
    [InlineData("http://127.0.0.1:3978/", false)]
    [InlineData("wss://smba.trafficmanager.net/", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public async Task With_an_app_id_only_listed_addresses_are_written_to(string? serviceUrl, bool isListed)
    {
        var registration = new TeamsRegistration("app", [new("https://smba.trafficmanager.net"), new("https://smba.infra.gcc.teams.microsoft.com/teams")]);
        var connectors = new GuardedAuthentication(inner, new TenantId("ours"), registration).CreateConnectorFactory(new ClaimsIdentity());

        if (isListed)
            await connectors.CreateAsync(serviceUrl!, "", CancellationToken.None);
        else
            await Assert.ThrowsAsync<UnauthorizedAccessException>(async () => await connectors.CreateAsync(serviceUrl!, "", CancellationToken.None));

        Assert.Equal(isListed ? 1 : 0, inner.Asked);
    }

    [Fact]
    public async Task There_is_no_streaming() =>
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => guarded.AuthenticateStreamingRequestAsync("", "", CancellationToken.None));

    private Task<AuthenticateRequestResult> Authenticate(Action<Activity> change)
    {
        var activity = FlowRoom.ActivityOf(FlowRoom.Ana, ActivityTypes.Message);
        change(activity);
        return guarded.AuthenticateRequestAsync(activity, "", CancellationToken.None);
    }

    private static JObject Tenant(string id) => new() { ["tenant"] = new JObject { ["id"] = id } };

    private sealed class AllowsAll : BotFrameworkAuthentication
    {
        public int Asked { get; private set; }

        public override Task<AuthenticateRequestResult> AuthenticateRequestAsync(Activity activity, string authHeader, CancellationToken cancellationToken)
        {
            Asked++;
            return Task.FromResult(new AuthenticateRequestResult());
        }

        public override Task<AuthenticateRequestResult> AuthenticateStreamingRequestAsync(string authHeader, string channelIdHeader, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity) => new Factory(this);

        public override Task<UserTokenClient> CreateUserTokenClientAsync(ClaimsIdentity claimsIdentity, CancellationToken cancellationToken) => throw new NotSupportedException();

        private sealed class Factory(AllowsAll asked) : ConnectorFactory
        {
            public override Task<IConnectorClient> CreateAsync(string serviceUrl, string audience, CancellationToken cancellationToken)
            {
                asked.Asked++;
                return Task.FromResult<IConnectorClient>(null!);
            }
        }
    }
}
