using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using StaffPool.Application.UseCases;
using StaffPool.Domain.Rules;

namespace StaffPool.Web.Api;

/// <summary>Where each part of what a use case asks for stands in an HTTP request.</summary>
internal sealed partial record RequestShape
{
    private const string VersionName = "version";
    private const string IdentifierName = "id";

    private RequestShape(Type type, IReadOnlyList<RequestPart> parts) => (Type, Parts) = (type, parts);

    public Type Type { get; }

    public IReadOnlyList<RequestPart> Parts { get; }

    public IReadOnlyList<RequestPart> Body => [.. Parts.Where(p => p.Source == PartSource.Body)];

    /// <summary>The body is the one thing that is not named elsewhere, not an object around it.</summary>
    public RequestPart? WholeBody => Body is [{ IsObject: true } only] ? only : null;

    public bool NeedsVersion => Parts.Any(p => p.Source == PartSource.IfMatch);

    /// <param name="type">What the use case asks for: nothing, one identifier, or a record.</param>
    /// <param name="path">Of the endpoint, with the names of its parameters.</param>
    /// <param name="verb">GET and DELETE have no body.</param>
    public static RequestShape Of(Type type, string path, string verb)
    {
        var inPath = Names().Matches(path).Select(m => m.Groups["name"].Value).ToList();
        if (type == typeof(Nothing))
        {
            return new RequestShape(type, []);
        }

        if (type == typeof(Guid) || type == typeof(string))
        {
            return new RequestShape(type, [new RequestPart(inPath.Single(), type, PartSource.Path, IsRequired: true) { PathName = inPath.Single() }]);
        }

        var parameters = type.GetConstructors().MaxBy(c => c.GetParameters().Length)!.GetParameters();
        var rest = verb is "GET" or "DELETE" ? PartSource.Query : PartSource.Body;
        // What a use case calls the identifier, an address calls by what it is of.
        var unnamed = inPath.Except(parameters.Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name!)), StringComparer.Ordinal).SingleOrDefault();
        return new RequestShape(type, [.. parameters.Select(p => PartOf(p, inPath, unnamed, rest))]);
    }

    /// <exception cref="ApiRequestException">It cannot be read; with every reason.</exception>
    public async Task<object> ReadAsync(HttpContext context)
    {
        if (Parts.Count == 0)
        {
            return Nothing.More;
        }

        var problems = new List<Violation>();
        var asked = Body.Count > 0 ? await ReadBodyAsync(context, problems) : [];
        foreach (var part in Parts.Where(p => p.Source != PartSource.Body))
        {
            var text = part.Source switch
            {
                PartSource.Path => context.GetRouteValue(part.PathName) as string,
                PartSource.Query => context.Request.Query[part.Name] is [{ } only] ? only : null,
                _ => EntityTag.VersionAskedOf(context.Request),
            };
            asked[part.Name] = text is null ? null : NodeOf(text, part.Type);
        }

        foreach (var part in Parts)
        {
            RequestCheck.Assess(asked[part.Name], part.Type, !part.IsRequired, part == WholeBody ? "" : $"/{part.Name}", problems);
        }

        ApiRequestException.IfAny(problems);
        return Parts is [{ Type: var type } single] && type == Type
            ? asked[single.Name].Deserialize(Type, ApiJson.Options)!
            : Made(asked);
    }

    // What was left out takes its default.
    private object Made(JsonObject asked)
    {
        foreach (var absent in Parts.Where(p => asked[p.Name] is null && p.HasDefault).ToList())
        {
            asked.Remove(absent.Name);
        }

        return asked.Deserialize(Type, ApiJson.Options)!;
    }

    private async Task<JsonObject> ReadBodyAsync(HttpContext context, List<Violation> problems)
    {
        if (!context.Request.HasJsonContentType())
        {
            throw new ApiRequestException(StatusCodes.Status415UnsupportedMediaType, [ApiTexts.Blocking("api.content-type")]);
        }

        JsonNode? body;
        try
        {
            body = await JsonNode.ParseAsync(
                context.Request.Body, null, new JsonDocumentOptions { MaxDepth = ApiJson.MostDepth, AllowDuplicateProperties = false }, context.RequestAborted);
        }
        catch (JsonException broken)
        {
            throw new ApiRequestException(
                StatusCodes.Status400BadRequest, [ApiTexts.Blocking("api.not-json", (broken.LineNumber ?? 0) + 1, (broken.BytePositionInLine ?? 0) + 1)]);
        }

        if (WholeBody is { } whole)
        {
            return new JsonObject { [whole.Name] = body };
        }

        if (body is not JsonObject fields)
        {
            throw new ApiRequestException(StatusCodes.Status400BadRequest, [ApiTexts.Blocking("api.field.object", "/")]);
        }

        problems.AddRange(fields.Select(f => f.Key).Where(name => Body.All(p => p.Name != name)).Select(name => ApiTexts.Blocking("api.field.unknown", $"/{name}")));
        return new JsonObject(Body.Select(p => KeyValuePair.Create(p.Name, fields[p.Name]?.DeepClone())));
    }

    // A number or a truth in an address is text; in JSON it is not.
    private static JsonValue NodeOf(string text, Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var t when t == typeof(bool) && bool.TryParse(text, out var truth) => JsonValue.Create(truth),
        var t when t == typeof(int) && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => JsonValue.Create(whole),
        var t when t == typeof(long) && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var big) => JsonValue.Create(big),
        _ => JsonValue.Create(text),
    };

    private static RequestPart PartOf(ParameterInfo parameter, List<string> inPath, string? unnamed, PartSource rest)
    {
        var name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
        var pathName = name == IdentifierName && unnamed is not null ? unnamed : name;
        var source = inPath.Contains(pathName, StringComparer.Ordinal) ? PartSource.Path
            : name == VersionName && parameter.ParameterType == typeof(int) ? PartSource.IfMatch
            : rest;
        var isNullable = Nullable.GetUnderlyingType(parameter.ParameterType) is not null
            || (!parameter.ParameterType.IsValueType && new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable);
        return new RequestPart(name, parameter.ParameterType, source, !isNullable && !parameter.HasDefaultValue) { PathName = pathName, HasDefault = parameter.HasDefaultValue };
    }

    [GeneratedRegex(@"\{(?<name>\w+)\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Names();
}

/// <param name="Name">In the path, the query or the body.</param>
/// <param name="Type">Of the value.</param>
/// <param name="Source">Where it stands.</param>
/// <param name="IsRequired">Whether it may not be left out, nor be null.</param>
internal sealed record RequestPart(string Name, Type Type, PartSource Source, bool IsRequired)
{
    /// <summary>In the address, where it stands there.</summary>
    public string PathName { get; init; } = "";

    public bool HasDefault { get; init; }

    public bool IsObject => ApiJson.Options.GetTypeInfo(Type).Kind == System.Text.Json.Serialization.Metadata.JsonTypeInfoKind.Object;
}

internal enum PartSource
{
    Path,
    IfMatch,
    Query,
    Body,
}
