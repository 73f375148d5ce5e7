using System.Net;
using System.Text.Json.Nodes;
using StaffPool.Testing.Databases;
using StaffPool.Web.Api;

namespace StaffPool.Web.Tests.Api;

/// <summary>The sample request of a use case, as a program sends it.</summary>
/// <param name="Verb">Of HTTP.</param>
/// <param name="Path">After the grouping, with its query.</param>
/// <param name="Body">Null for none.</param>
/// <param name="Headers">The version, where it is asked for.</param>
internal sealed record EndpointRequest(string Verb, string Path, string? Body, (string Name, string Value)[] Headers)
{
    public static EndpointRequest Of(ApiEndpoint endpoint, BusyGrouping grouping)
    {
        var shape = endpoint.Request;
        var sample = SampleRequests.Of(endpoint.UseCase, grouping);
        var written = System.Text.Json.JsonSerializer.SerializeToNode(sample, sample.GetType(), ApiJson.Options);
        var path = endpoint.Path;
        var query = new List<string>();
        var headers = new List<(string, string)>();
        var body = new JsonObject();
        foreach (var part in shape.Parts)
        {
            var value = shape.Parts is [{ Type: var only }] && only == shape.Type ? written : written![part.Name];
            switch (part.Source)
            {
                case PartSource.Path:
                    path = path.Replace($"{{{part.PathName}}}", value!.ToString(), StringComparison.Ordinal);
                    break;
                case PartSource.Query when value is not null:
                    query.Add($"{part.Name}={WebUtility.UrlEncode(value.ToString())}");
                    break;
                case PartSource.IfMatch:
                    headers.Add(("If-Match", $"\"{value}\""));
                    break;
                case PartSource.Body:
                    body[part.Name] = value?.DeepClone();
                    break;
            }
        }

        var text = shape.WholeBody is { } whole ? body[whole.Name]!.ToJsonString() : shape.Body.Count > 0 ? body.ToJsonString() : null;
        return new EndpointRequest(endpoint.Verb, query.Count > 0 ? $"{path}?{string.Join('&', query)}" : path, text, [.. headers]);
    }
}
