package io.hemai.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Turns whatever a controller throws into problem details. */
@RestControllerAdvice
class ErrorAdvice {
    private final ProblemAnswers answers;

    ErrorAdvice(ProblemAnswers answers) {
        this.answers = answers;
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Map<String, Object>> answer(Exception failure, HttpServletRequest request) {
        return Failures.clientIsGone(failure) ? null : answers.answer(failure, request);
    }
}
