using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using MentorBot.Adapters.Network;
using MentorBot.Testing.Time;

namespace MentorBot.Adapters.Tests.Network;

public sealed class ResilientHandlerTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly TimersByHand time = new() { Now = Now };
    private readonly Service service = new();
    private readonly HttpClient http;

    public ResilientHandlerTests() => http = new(new ResilientHandler(time, service)) { Timeout = Timeout.InfiniteTimeSpan };

    public void Dispose() => http.Dispose();

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task The_wait_that_is_asked_for_is_kept_to_the_second(int status)
    {
        service.Answers(status, retryAfter: "3").Answers(201);
        var sending = Send("POST");
        await Total();

        var wait = await time.Next();
        Assert.Equal(TimeSpan.FromSeconds(3), wait.Due);
        Assert.Single(service.Arrivals);
        wait.Elapse();

        Assert.Equal(HttpStatusCode.Created, (await sending).StatusCode);
        Assert.Equal(["POST hello", "POST hello"], service.Arrivals);
    }

    [Fact]
    public async Task The_wait_may_be_asked_for_as_a_moment()
    {
        service.Answers(429, retryAfter: Now.AddSeconds(4).ToString("r", CultureInfo.InvariantCulture)).Answers(200);
        var sending = Send("POST");
        await Total();

        var wait = await time.Next();
        Assert.Equal(TimeSpan.FromSeconds(4), wait.Due);
        wait.Elapse();

        Assert.Equal(HttpStatusCode.OK, (await sending).StatusCode);
    }

    [Theory]
    [InlineData("6")]
    [InlineData("600")]
    [InlineData("Mon, 02 Mar 2026 09:10:00 GMT")]
    public async Task A_longer_wait_is_for_the_caller_to_keep(string retryAfter)
    {
        service.Answers(429, retryAfter);

        var answer = await Send("POST");

        Assert.Equal(retryAfter, Assert.Single(answer.Headers.GetValues("Retry-After")));
        Assert.Single(service.Arrivals);
    }

    [Theory]
    [InlineData("GET", 502)]
    [InlineData("GET", 503)]
    [InlineData("PUT", 504)]
    [InlineData("DELETE", 503)]
    [InlineData("POST", 429)]
    [InlineData("POST", 412)]
    [InlineData("GET", 412)]
    public async Task What_may_be_repeated_is_with_growing_waits_and_not_for_ever(string method, int status)
    {
        service.Answers(status, times: 10);
        var sending = Send(method);
        await Total();
        for (var repeat = 0; repeat < 3; repeat++)
        {
            var wait = await time.Next();
            Assert.InRange(wait.Due, TimeSpan.Zero, TimeSpan.FromSeconds(5));
            wait.Elapse();
        }

        Assert.Equal(status, (int)(await sending).StatusCode);
        Assert.Equal(4, service.Arrivals.Count);
    }

    [Theory]
    [InlineData("POST", 500)]
    [InlineData("POST", 502)]
    [InlineData("POST", 503)]
    [InlineData("POST", 504)]
    [InlineData("PATCH", 503)]
    [InlineData("GET", 500)]
    [InlineData("GET", 400)]
    [InlineData("GET", 401)]
    [InlineData("PUT", 403)]
    [InlineData("GET", 404)]
    [InlineData("PUT", 409)]
    [InlineData("POST", 501)]
    public async Task What_may_have_been_done_or_will_not_get_better_is_not_repeated(string method, int status)
    {
        service.Answers(status);

        Assert.Equal(status, (int)(await Send(method)).StatusCode);
        Assert.Single(service.Arrivals);
    }

    [Fact]
    public async Task A_condition_of_ones_own_does_not_come_true_by_waiting()
    {
        service.Answers(412);
        using var request = new HttpRequestMessage(HttpMethod.Put, "http://service.example/");
        request.Headers.IfMatch.Add(EntityTagHeaderValue.Any);

        Assert.Equal(HttpStatusCode.PreconditionFailed, (await http.SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData(HttpRequestError.ResponseEnded)]
    [InlineData(HttpRequestError.Unknown)]
    [InlineData(HttpRequestError.HttpProtocolError)]
    public async Task A_post_whose_answer_was_lost_is_not_repeated(HttpRequestError how)
    {
        service.Breaks(how).Answers(201);

        Assert.Equal(how, (await Assert.ThrowsAsync<HttpRequestException>(() => Send("POST"))).HttpRequestError);
        Assert.Single(service.Arrivals);
    }

    [Theory]
    [InlineData("GET", HttpRequestError.ResponseEnded)]
    [InlineData("PUT", HttpRequestError.ResponseEnded)]
    [InlineData("POST", HttpRequestError.ConnectionError)]
    [InlineData("POST", HttpRequestError.NameResolutionError)]
    public async Task What_never_arrived_is_repeated_and_what_does_no_harm_twice(string method, HttpRequestError how)
    {
        service.Breaks(how).Answers(200);
        var sending = Send(method);
        await Total();
        (await time.Next()).Elapse();

        Assert.Equal(HttpStatusCode.OK, (await sending).StatusCode);
        Assert.Equal(2, service.Arrivals.Count);
    }

    [Fact]
    public async Task A_service_that_never_answers_is_given_up()
    {
        service.Stalls();
        var sending = Send("POST");
        (await Total()).Elapse();

        Assert.IsType<TimeoutException>((await Assert.ThrowsAsync<TaskCanceledException>(() => sending)).InnerException);
        Assert.Single(service.Arrivals);
    }

    [Fact]
    public async Task Who_stops_waiting_is_not_made_to()
    {
        using var leaving = new CancellationTokenSource();
        service.Answers(429, retryAfter: "3");
        using var request = new HttpRequestMessage(HttpMethod.Post, "http://service.example/");
        var sending = http.SendAsync(request, leaving.Token);
        await Total();
        await time.Next();
        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        Assert.Single(service.Arrivals);
    }

    private async Task<HttpResponseMessage> Send(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "http://service.example/") { Content = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes("hello"))) };
        return await http.SendAsync(request);
    }

    /// <summary>The time for all tries together.</summary>
    private async Task<TimersByHand.Started> Total()
    {
        var total = await time.Next();
        Assert.Equal(TimeSpan.FromMinutes(1), total.Due);
        return total;
    }

    private sealed class Service : HttpMessageHandler
    {
        private readonly Queue<Func<CancellationToken, Task<HttpResponseMessage>>> next = new();

        public List<string> Arrivals { get; } = [];

        public Service Answers(int status, string? retryAfter = null, int times = 1)
        {
            for (var time = 0; time < times; time++)
            {
                next.Enqueue(_ =>
                {
                    var answer = new HttpResponseMessage((HttpStatusCode)status);
                    if (retryAfter is not null)
                        answer.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
                    return Task.FromResult(answer);
                });
            }

            return this;
        }

        public Service Breaks(HttpRequestError how)
        {
            next.Enqueue(_ => throw new HttpRequestException(how, "Broken off."));
            return this;
        }

        public void Stalls() => next.Enqueue(async cancellationToken =>
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException();
        });

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Arrivals.Add($"{request.Method} {(request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken))}");
            return await next.Dequeue()(cancellationToken);
        }
    }
}
