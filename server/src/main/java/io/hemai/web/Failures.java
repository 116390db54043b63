package io.hemai.web;

import io.hemai.kernel.KernelError;
import io.hemai.kernel.Limits;
import io.hemai.kernel.Refusal;
import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** What each exception means to the client; whatever is not known here is {@link KernelError#INTERNAL}. */
final class Failures {
    private Failures() {}

    static Refusal refusal(Throwable failure) {
        return find(failure, Refusal.class)
                .or(() -> DatabaseFailures.refusal(failure))
                .or(() -> StorageFailures.refusal(failure))
                .orElseGet(() -> ofFramework(failure));
    }

    /** Headers that belong to the answer, such as the methods that are allowed. */
    static HttpHeaders headers(Throwable failure) {
        return failure instanceof HttpRequestMethodNotSupportedException method
                ? method.getHeaders()
                : HttpHeaders.EMPTY;
    }

    /** Whether nobody is left to answer. */
    static boolean clientIsGone(Throwable failure) {
        return failure instanceof AsyncRequestNotUsableException
                || find(failure, IOException.class)
                        .filter(io -> io.getClass().getSimpleName().equals("ClientAbortException"))
                        .isPresent()
                || (readsRequest(failure) && find(failure, EOFException.class).isPresent());
    }

    /** An end where more was announced says that the client left only where the request is read: databases and files end too. */
    private static boolean readsRequest(Throwable failure) {
        return failure instanceof EOFException
                || failure instanceof HttpMessageNotReadableException
                || failure instanceof MultipartException;
    }

    static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> kind) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (kind.isInstance(t)) {
                return Optional.of(kind.cast(t));
            }
        }
        return Optional.empty();
    }

    private static Refusal ofFramework(Throwable failure) {
        return switch (failure) {
            case HttpMessageNotReadableException unread -> JsonFailures.refusal(unread);
            case MethodArgumentTypeMismatchException wrong -> mismatch(wrong);
            case MissingServletRequestParameterException missing -> missing(missing.getParameterName());
            case MissingServletRequestPartException missing -> missing(missing.getRequestPartName());
            case HttpRequestMethodNotSupportedException method ->
                Refusal.of(KernelError.METHOD_NOT_ALLOWED, method.getMethod());
            case HttpMediaTypeNotSupportedException media ->
                Refusal.of(KernelError.UNSUPPORTED_MEDIA, String.valueOf(media.getContentType()));
            case HttpMediaTypeNotAcceptableException media -> Refusal.of(WebError.NOT_ACCEPTABLE);
            case MaxUploadSizeExceededException large ->
                Refusal.of(KernelError.TOO_LARGE, megabytes(Limits.FILE_BYTES));
            case MultipartException broken -> Refusal.of(WebError.UNREADABLE);
            case NoHandlerFoundException none -> Refusal.of(KernelError.NOT_FOUND);
            case NoResourceFoundException none -> Refusal.of(KernelError.NOT_FOUND);
            case AsyncRequestTimeoutException slow -> Refusal.of(WebError.TOO_SLOW);
            case RequestRejectedException rejected -> Refusal.of(WebError.UNREADABLE);
            case ServletRequestBindingException binding -> Refusal.of(WebError.UNREADABLE);
            case InvalidParameterException notUtf8 -> Refusal.of(WebError.UNREADABLE);
            case ErrorResponse response -> ofStatus(response.getStatusCode().value());
            default -> Refusal.of(KernelError.INTERNAL);
        };
    }

    /** The refusal for a status of which nothing more is known. */
    static Refusal ofStatus(int status) {
        return switch (status) {
            case 404 -> Refusal.of(KernelError.NOT_FOUND);
            case 405 -> Refusal.of(KernelError.METHOD_NOT_ALLOWED, "");
            case 406 -> Refusal.of(WebError.NOT_ACCEPTABLE);
            case 413 -> Refusal.of(KernelError.TOO_LARGE, megabytes(Limits.BODY_BYTES));
            case 415 -> Refusal.of(KernelError.UNSUPPORTED_MEDIA, "");
            case 503 -> Refusal.of(KernelError.UNAVAILABLE);
            default -> Refusal.of(status >= 400 && status < 500 ? WebError.UNREADABLE : KernelError.INTERNAL);
        };
    }

    static Refusal tooLarge() {
        return Refusal.of(KernelError.TOO_LARGE, megabytes(Limits.BODY_BYTES));
    }

    private static String megabytes(long bytes) {
        return bytes / (1024 * 1024) + " MB";
    }

    private static Refusal missing(String name) {
        return Refusal.ofField(name, KernelError.MISSING, name);
    }

    private static Refusal mismatch(MethodArgumentTypeMismatchException wrong) {
        boolean inPath = wrong.getParameter().hasParameterAnnotation(PathVariable.class);
        if (inPath) {
            return Refusal.of(KernelError.NOT_FOUND);
        }
        return Refusal.ofField(wrong.getName(), KernelError.INVALID_PARAMETER, wrong.getName(), shown(wrong));
    }

    private static String shown(TypeMismatchException wrong) {
        return String.valueOf(wrong.getValue());
    }
}
