using System.IO.Pipelines;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Connector;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace Microsoft.Bot.Builder.Integration.AspNet.Core;

internal static class HttpJson
{
    private static readonly JsonSerializer Serializer = WireJson.Create(new SettableProperties());

    /// <summary>Null for what is no JSON, or other JSON than asked for.</summary>
    public static async Task<T> ReadAsync<T>(HttpRequest request, CancellationToken cancellationToken)
    {
        var body = request.BodyReader;
        ReadResult read;
        while (!(read = await body.ReadAsync(cancellationToken)).IsCompleted)
            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);

        try
        {
            return WireJson.Read<T>(read.Buffer, Serializer);
        }
        catch (JsonException)
        {
            return default;
        }
        finally
        {
            body.AdvanceTo(read.Buffer.End);
        }
    }

    public static async Task WriteAsync(HttpResponse response, InvokeResponse answer, CancellationToken cancellationToken)
    {
        response.StatusCode = answer?.Status ?? StatusCodes.Status200OK;
        if (answer?.Body == null)
            return;

        var json = WireJson.Write(answer.Body, Serializer);
        response.ContentType = "application/json";
        response.ContentLength = json.Length;
        await response.BodyWriter.WriteAsync(json, cancellationToken);
    }

    /// <summary>Writes only what a caller could also set: an anonymous object, whose properties cannot be, goes out empty.</summary>
    private sealed class SettableProperties : DefaultContractResolver
    {
        protected override JsonProperty CreateProperty(MemberInfo member, MemberSerialization memberSerialization)
        {
            var property = base.CreateProperty(member, memberSerialization);
            if (member is PropertyInfo { SetMethod: null or { IsPrivate: true } or { IsFamily: true }, GetMethod: not { IsStatic: true } })
                property.ShouldSerialize = _ => false;

            return property;
        }
    }
}
