using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using StaffPool.Application.UseCases;

namespace StaffPool.Web.Api.OpenApi;

/// <summary>
/// The API described for programs (OpenAPI 3.1), from the endpoints and the types alone: docs/openapi.json is its copy, and
/// a test holds the two together. Addresses and shapes are in the order of their names, so that an addition changes
/// nothing else.
/// </summary>
internal sealed class OpenApiDocument
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly Lazy<string> Whole = new(() => new OpenApiDocument().Build().ToJsonString(Indented) + "\n");

    private readonly XmlTexts texts = new([typeof(Work).Assembly, typeof(Data.StaffPoolContext).Assembly, typeof(Domain.Rules.Violation).Assembly, typeof(OpenApiDocument).Assembly]);
    private readonly SchemaBook schemas;

    private OpenApiDocument() => schemas = new SchemaBook(texts);

    public static string Written => Whole.Value;

    private JsonObject Build()
    {
        var paths = new JsonObject();
        foreach (var path in ApiRoutes.All.GroupBy(e => $"{ApiRoutes.Root}/{{groupingId}}/{e.Path}").OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            paths[path.Key] = new JsonObject(path.OrderBy(e => e.Verb, StringComparer.Ordinal).Select(e => KeyValuePair.Create(e.Verb.ToLowerInvariant(), (JsonNode?)Operation(e))));
        }

        var problem = schemas.Of(typeof(ApiProblem));
        var tags = ApiRoutes.All.Select(e => e.Module).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return new JsonObject
        {
            ["openapi"] = "3.1.1",
            ["info"] = new JsonObject
            {
                ["title"] = "StaffPool", ["version"] = "1", ["description"] = ApiTexts.Of("document.about").ToString(),
                ["license"] = new JsonObject { ["name"] = "EUPL-1.2", ["identifier"] = "EUPL-1.2" },
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/" }),
            ["security"] = new JsonArray(new JsonObject { ["token"] = new JsonArray() }),
            ["tags"] = new JsonArray([.. tags.Select(t => (JsonNode)new JsonObject { ["name"] = t })]),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["securitySchemes"] = new JsonObject { ["token"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer" } },
                ["parameters"] = Shared(),
                ["responses"] = new JsonObject(ApiRoutes.Statuses.Select(s => KeyValuePair.Create(ProblemName(s), (JsonNode?)new JsonObject
                {
                    ["description"] = ApiTexts.Of(FormattableString.Invariant($"api.status.{s}")).ToString(),
                    ["content"] = Content(ApiProblem.ContentType, (JsonObject)problem.DeepClone()),
                }))),
                ["schemas"] = schemas.Components,
            },
        };
    }

    private JsonObject Operation(ApiEndpoint endpoint)
    {
        var operation = new JsonObject
        {
            ["operationId"] = JsonNamingPolicy.CamelCase.ConvertName(endpoint.UseCase.Name) + (endpoint.IsStream ? "Events" : ""),
            ["tags"] = new JsonArray(endpoint.Module),
            ["summary"] = UseCaseTexts.TitleOf(endpoint.UseCase.Name).ToString() + (endpoint.IsStream ? ApiTexts.Of("document.stream") : ""),
        };
        if (texts.Of(endpoint.UseCase) is { } about)
        {
            operation["description"] = about;
        }

        operation["x-permits"] = new JsonArray([.. Work.RolesOf(endpoint.UseCase).Select(r => (JsonNode)JsonNamingPolicy.CamelCase.ConvertName(r.ToString()))]);
        operation["parameters"] = Parameters(endpoint);
        if (endpoint.Request.Body.Count > 0)
        {
            operation["requestBody"] = new JsonObject { ["required"] = true, ["content"] = Content("application/json", Body(endpoint.Request)) };
        }

        operation["responses"] = Responses(endpoint);
        return operation;
    }

    private JsonArray Parameters(ApiEndpoint endpoint)
    {
        var parameters = new JsonArray(Parameter("groupingId"));
        foreach (var part in endpoint.Request.Parts.Where(p => p.Source is PartSource.Path or PartSource.Query))
        {
            var isInPath = part.Source == PartSource.Path;
            var described = new JsonObject
            {
                ["name"] = isInPath ? part.PathName : part.Name, ["in"] = isInPath ? "path" : "query", ["required"] = part.IsRequired, ["schema"] = schemas.Of(part.Type),
            };
            if (texts.Of(endpoint.Request.Type, Pascal(part.Name)) is { } about)
            {
                described["description"] = about;
            }

            parameters.Add(described);
        }

        if (endpoint.Item is { } item)
        {
            var fields = ListQuery.FieldsOf(item);
            parameters.Add(Parameter("page"));
            parameters.Add(Parameter("size"));
            parameters.Add(new JsonObject
            {
                ["name"] = "sort", ["in"] = "query", ["required"] = false,
                ["schema"] = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. fields.SelectMany(f => new[] { f.Name, "-" + f.Name }).Select(n => (JsonNode)n)]) },
            });
            var taken = endpoint.Request.Parts.Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
            foreach (var field in fields.Where(f => !taken.Contains(f.Name)))
            {
                parameters.Add(new JsonObject { ["name"] = field.Name, ["in"] = "query", ["required"] = false, ["schema"] = new JsonObject { ["type"] = "string" } });
            }
        }

        parameters.Add(Parameter("language"));
        if (endpoint.Request.NeedsVersion)
        {
            parameters.Add(Parameter("ifMatch"));
        }

        parameters.Add(Parameter(endpoint.IsStream ? "lastEventId" : endpoint.IsWrite ? "idempotencyKey" : "ifNoneMatch"));
        return parameters;
    }

    private JsonObject Body(RequestShape request)
    {
        if (request.WholeBody is { } whole)
        {
            return schemas.Of(whole.Type);
        }

        var properties = new JsonObject();
        foreach (var part in request.Body)
        {
            var described = schemas.Of(part.Type, !part.IsRequired);
            if (texts.Of(request.Type, Pascal(part.Name)) is { } about)
            {
                described["description"] = about;
            }

            properties[part.Name] = described;
        }

        return new JsonObject
        {
            ["type"] = "object", ["additionalProperties"] = false, ["properties"] = properties,
            ["required"] = new JsonArray([.. request.Body.Where(p => p.IsRequired).Select(p => (JsonNode)p.Name)]),
        };
    }

    private JsonObject Responses(ApiEndpoint endpoint)
    {
        var responses = new JsonObject();
        var success = new JsonObject();
        if (endpoint.Result == typeof(Nothing))
        {
            success["description"] = ApiTexts.Of("document.done").ToString();
            responses["204"] = success;
        }
        else
        {
            success["description"] = ApiTexts.Of(endpoint.IsLong ? "document.started" : endpoint.Location is not null ? "document.created" : "document.read").ToString();
            success["headers"] = Headers(endpoint);
            success["content"] = endpoint switch
            {
                { Files: { Count: > 0 } files } => new JsonObject(files.Select(f => KeyValuePair.Create(f.Type, (JsonNode?)new JsonObject
                {
                    ["schema"] = new JsonObject { ["type"] = "string", ["contentMediaType"] = f.Type },
                }))),
                { IsStream: true } => Content("text/event-stream", new JsonObject { ["type"] = "string", ["description"] = ApiTexts.Of("document.events").ToString() }),
                _ => Content("application/json", schemas.Of(endpoint.Result == typeof(Guid) ? typeof(Added) : endpoint.Result == typeof(int) ? typeof(Counted) : endpoint.Result)),
            };
            responses[endpoint.IsLong ? "202" : endpoint.Location is not null ? "201" : "200"] = success;
        }

        if (!endpoint.IsWrite && !endpoint.IsStream)
        {
            responses["304"] = new JsonObject { ["description"] = ApiTexts.Of("document.known").ToString() };
        }

        foreach (var status in StatusesOf(endpoint))
        {
            responses[status.ToString(System.Globalization.CultureInfo.InvariantCulture)] = new JsonObject { ["$ref"] = "#/components/responses/" + ProblemName(status) };
        }

        return responses;
    }

    private static IEnumerable<int> StatusesOf(ApiEndpoint endpoint) => ApiRoutes.Statuses.Where(s => s switch
    {
        405 => false,
        409 => endpoint.IsWrite,
        412 or 428 => endpoint.Request.NeedsVersion,
        413 or 415 => endpoint.Request.Body.Count > 0,
        _ => true,
    });

    private static JsonObject Headers(ApiEndpoint endpoint)
    {
        var names = endpoint switch
        {
            { Location: not null } => ["Location"],
            { Item: not null } => ["ETag", "X-Total-Count", "Link"],
            { IsWrite: false, IsStream: false } => ["ETag"],
            _ => Array.Empty<string>(),
        };
        return new JsonObject(names.Select(n => KeyValuePair.Create(n, (JsonNode?)new JsonObject
        {
            ["description"] = ApiTexts.Of($"document.header.{n}").ToString(), ["schema"] = new JsonObject { ["type"] = n == "X-Total-Count" ? "integer" : "string" },
        })));
    }

    private static JsonObject Shared()
    {
        return new JsonObject
        {
            ["groupingId"] = Described("groupingId", "path", new JsonObject { ["type"] = "string", ["format"] = "uuid" }),
            ["page"] = Described("page", "query", new JsonObject { ["type"] = "integer", ["minimum"] = 1, ["default"] = 1 }),
            ["size"] = Described("size", "query", new JsonObject { ["type"] = "integer", ["minimum"] = 1, ["maximum"] = ListQuery.MostSize, ["default"] = ListQuery.UsualSize }),
            ["language"] = Described("Accept-Language", "header", new JsonObject { ["type"] = "string", ["examples"] = new JsonArray("fr", "en") }),
            ["ifMatch"] = Described("If-Match", "header", new JsonObject { ["type"] = "string", ["examples"] = new JsonArray("\"3\"") }, isRequired: true),
            ["ifNoneMatch"] = Described("If-None-Match", "header", new JsonObject { ["type"] = "string" }),
            ["idempotencyKey"] = Described("Idempotency-Key", "header", new JsonObject { ["type"] = "string", ["maxLength"] = 200 }),
            ["lastEventId"] = Described("Last-Event-ID", "header", new JsonObject { ["type"] = "string" }),
        };

        static JsonObject Described(string name, string place, JsonObject schema, bool isRequired = false) => new()
        {
            ["name"] = name, ["in"] = place, ["required"] = isRequired || place == "path",
            ["description"] = ApiTexts.Of($"document.parameter.{name}").ToString(), ["schema"] = schema,
        };
    }

    private static JsonObject Parameter(string name) => new() { ["$ref"] = $"#/components/parameters/{name}" };

    private static JsonObject Content(string type, JsonObject schema) => new() { [type] = new JsonObject { ["schema"] = schema } };

    private static string ProblemName(int status) => FormattableString.Invariant($"Problem{status}");

    private static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
