using StaffPool.Domain.Texts;

namespace StaffPool.Application.Geography;

/// <summary>The routing service cannot be used; the text says why and what to do.</summary>
public sealed class RoutingServiceException(Text text, Exception? innerException = null)
    : Exception(text.ToString(), innerException)
{
    public Text Text { get; } = text;
}
